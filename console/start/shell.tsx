import { Grid, Layout, Spin } from 'antd';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useLanguage } from '../words/use-language';
import { BottomBar } from './bottom-bar';
import { Header } from './header';
import { SideMenu } from './side-menu';

/** What surrounds every page: the menu at the side on a desk, at the bottom on a phone; search, language and person on top. */
export function Shell() {
  const { say } = useLanguage();
  const isDesk = Grid.useBreakpoint().md ?? true;
  return (
    <Layout className="shell">
      <a className="skip" href="#main">
        {say('nav.skip')}
      </a>
      {isDesk && <SideMenu />}
      <Layout>
        <Header isDesk={isDesk} />
        <main id="main" className="shell-main" tabIndex={-1}>
          <Suspense fallback={<Spin />}>
            <Outlet />
          </Suspense>
        </main>
        {!isDesk && <BottomBar />}
      </Layout>
      <ScrollRestoration />
    </Layout>
  );
}
