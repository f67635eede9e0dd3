/** What the server tells each page about the installation; see `api/console/index-page.ts`. */
export interface Settings {
  readonly companyName: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
}

const UNTOLD: Settings = { companyName: '', timeZone: 'Asia/Shanghai', isDemo: true };

/** The settings of this installation; where Vite serves the page there are none, and it is taken for a demonstration. */
export function settings(): Settings {
  const text = document.getElementById('settings')?.textContent ?? '';
  return { ...UNTOLD, ...(JSON.parse(text.trim() || '{}') as Partial<Settings>) };
}
