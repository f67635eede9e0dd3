import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import { unreadCopiesQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';
import { ReadVerbs } from '../copies/read-verbs';

/** What was copied to me of this case and I have not said to have read. */
export function CopyToMe({ caseId }: { readonly caseId: string }) {
  const { say } = useLanguage();
  const { data } = useQuery(unreadCopiesQuery(useApi(), caseId));
  return (data?.items ?? []).map((copy) => (
    <Alert
      key={copy.id}
      type="info"
      showIcon
      title={say('copy.toYou', { name: copy.by.name })}
      description={
        <Flex vertical gap={8}>
          {copy.message !== '' && <span className="lines">{copy.message}</span>}
          <ReadVerbs copy={copy} />
        </Flex>
      }
    />
  ));
}
