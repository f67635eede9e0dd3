import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Language } from '../../models/contracts/text';
import { useLanguage } from '../words/use-language';

/** Changes to the other language, for who is not signed in. */
export function LanguageSwitch({ chosen }: { readonly chosen?: (language: Language) => void }) {
  const { say, language, choose } = useLanguage();
  const change = () => {
    const next = language === 'zh' ? 'en' : 'zh';
    choose(next);
    chosen?.(next);
  };
  return (
    <Button type="text" icon={<GlobalOutlined />} onClick={change}>
      {say('language.other')}
    </Button>
  );
}
