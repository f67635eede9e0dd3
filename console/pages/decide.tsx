import { useQuery } from '@tanstack/react-query';
import { Flex } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { isProblem } from '../api/problem';
import { decisionLinkQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { Failure } from '../parts/failure';
import { LanguageSwitch } from '../parts/language-switch';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { LinkOver } from './decide/link-over';
import { LinkedTask } from './decide/linked-task';

/** What a mail's link leads to: somebody without an account looks at one task, and decides it by a button. */
export function Decide() {
  const { token = '' } = useParams();
  const client = useApi();
  // Before anything is asked for.
  client.useDecisionLink(token);
  useEffect(() => () => client.useDecisionLink(null), [client]);
  return (
    <main className="by-link">
      <LinkHead />
      <Asked key={token} />
    </main>
  );
}

function LinkHead() {
  return (
    <Flex justify="space-between" align="center" className="by-link-head">
      <Flex gap={8} align="center">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <strong>{settings().companyName}</strong>
      </Flex>
      <LanguageSwitch />
    </Flex>
  );
}

function Asked() {
  const { show } = useLanguage();
  const [isChosen, setChosen] = useState(false);
  const { data: asked, error, refetch } = useQuery(decisionLinkQuery(useApi()));
  if (asked && !isChosen) {
    setChosen(true);
    show(asked.language);
  }
  if (isProblem(error, 'link-unknown', 'link-expired', 'link-withdrawn'))
    return <LinkOver why={error.problem.code} detail={error.problem.detail} />;
  if (asked) return <LinkedTask asked={asked} />;
  return error ? <Failure error={error} retry={() => void refetch()} /> : null;
}
