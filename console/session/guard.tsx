import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { isProblem } from '../api/problem';
import { meQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { Failure } from '../parts/failure';
import { remembered } from '../start/remembered';
import { useLanguage } from '../words/use-language';
import { MeContext } from './use-me';

/** Lets in who is signed in; everybody else signs in first and comes back to the address they asked for. */
export function Guard() {
  const client = useApi();
  const { choose } = useLanguage();
  const { pathname, search } = useLocation();
  const mayBeSignedIn = remembered('signed-in') !== null;
  const { data: me, error, refetch } = useQuery({ ...meQuery(client), enabled: mayBeSignedIn });
  const language = me?.language;
  useEffect(() => {
    // Who chose a language to sign in keeps it until they sign out, whatever their mails are written in.
    if (language && remembered('language-of-sign-in') === null) choose(language);
  }, [language, choose]);
  if (!mayBeSignedIn || isProblem(error, 'not-signed-in'))
    return <Navigate replace to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} />;
  // Whoever is known stays: a page with a half-filled form does not vanish because one answer was late.
  if (error && !me) return <Failure error={error} retry={() => void refetch()} />;
  if (!me) return <Spin fullscreen />;
  // Before the pages below change anything.
  client.useCsrfToken(me.csrfToken);
  return (
    <MeContext value={me}>
      <Outlet />
    </MeContext>
  );
}
