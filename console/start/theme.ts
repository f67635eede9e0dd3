import type { ThemeConfig } from 'antd';

/** The look of the console; every colour of text keeps 4.5:1 on its ground [WCAG 2.2 AA]. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1257b8',
    colorInfo: '#1257b8',
    colorLink: '#1257b8',
    colorSuccess: '#1a7a3c',
    colorWarning: '#8f5a00',
    colorError: '#c02b2b',
    // The tints of dark colours are grey; these keep their text readable.
    colorSuccessBg: '#e8f5ec',
    colorWarningBg: '#fff4dc',
    colorErrorBg: '#fdecec',
    colorInfoBg: '#e8f0fc',
    colorTextSecondary: 'rgba(0, 0, 0, 0.68)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.62)',
    colorTextDescription: 'rgba(0, 0, 0, 0.65)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.58)',
    colorBgLayout: '#f3f5f9',
    borderRadius: 8,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
  },
  components: {
    Layout: { siderBg: '#14345f', headerBg: '#ffffff', headerPadding: '0 16px' },
    Menu: { darkItemBg: '#14345f', darkItemSelectedBg: '#2364c4', darkItemColor: 'rgba(255, 255, 255, 0.85)' },
  },
};
