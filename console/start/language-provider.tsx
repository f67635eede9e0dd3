import { LoadingOutlined } from '@ant-design/icons';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Language } from '../../models/contracts/text';
import { useApi } from '../api/use-api';
import { LanguageContext } from '../words/use-language';
import { nonce } from './nonce';
import { remembered, remember } from './remembered';
import { THEME } from './theme';
import { usePrefersStill } from './use-prefers-still';

/** Sets the language of the pages, of antd's own words, and of what the API answers. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const client = useApi();
  const [language, setLanguage] = useState<Language>(firstLanguage);
  // Before the pages below ask the API for anything.
  client.useLanguage(language);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const isStill = usePrefersStill();
  const theme = useMemo(() => ({ ...THEME, token: { ...THEME.token, motion: !isStill } }), [isStill]);
  const choice = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        remember('language', next);
        setLanguage(next);
      },
      show: setLanguage,
    }),
    [language],
  );
  return (
    <LanguageContext value={choice}>
      <ConfigProvider
        // A button is called the same while it waits, and while its icon leaves.
        button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }}
        locale={language === 'zh' ? zhCN : enUS}
        theme={theme}
        csp={{ nonce: nonce() }}
      >
        {children}
      </ConfigProvider>
    </LanguageContext>
  );
}

function firstLanguage(): Language {
  const known = remembered('language');
  if (known === 'zh' || known === 'en') return known;
  return navigator.languages.some((name) => name.startsWith('zh')) || !navigator.language.startsWith('en')
    ? 'zh'
    : 'en';
}
