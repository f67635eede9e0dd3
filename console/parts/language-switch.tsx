import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '../words/use-language';

/** Changes to the other language, for who is not signed in. */
export function LanguageSwitch() {
  const { say, language, choose } = useLanguage();
  return (
    <Button type="text" icon={<GlobalOutlined />} onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
      {say('language.other')}
    </Button>
  );
}
