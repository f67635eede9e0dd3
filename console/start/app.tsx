import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Antd } from 'antd';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { createClient } from '../api/client';
import { createNotices } from '../api/notices';
import { ApiContext } from '../api/use-api';
import { NoticeBar } from '../parts/notice-bar';
import { LanguageProvider } from './language-provider';
import { remember } from './remembered';
import { createRouter } from './router';

/** The whole console with what its pages share: API, what was read of it, language, routes. */
export function App() {
  const [shared] = useState(createShared);
  return (
    <ApiContext value={shared.client}>
      <QueryClientProvider client={shared.queries}>
        <LanguageProvider>
          <Antd className="shell">
            <NoticeBar notices={shared.notices} />
            <RouterProvider router={shared.router} />
          </Antd>
        </LanguageProvider>
      </QueryClientProvider>
    </ApiContext>
  );
}

function createShared() {
  const notices = createNotices();
  // The client itself repeats what is worth repeating.
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });
  const router = createRouter();
  const signedOut = () => {
    // Who comes by the link of a mail was never signed in.
    if (/^\/(sign-in|decide)\b/.test(router.state.location.pathname)) return;
    const { pathname, search } = router.state.location;
    remember('signed-in', null);
    remember('language-of-sign-in', null);
    void router.navigate(`/sign-in?expired=true&to=${encodeURIComponent(pathname + search)}`, { replace: true });
    // The next to sign in here may be another person.
    queries.clear();
  };
  return { notices, queries, router, client: createClient(notices, signedOut) };
}
