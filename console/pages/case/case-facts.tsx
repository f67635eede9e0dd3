import { Descriptions } from 'antd';
import { Link } from 'react-router';
import type { Case } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';

/** What a case is, who asked for it, and when. */
export function CaseFacts({ row }: { readonly row: Case }) {
  const { say, pick } = useLanguage();
  const { closedAt, closing, history, customer } = row;
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'id', label: say('task.case'), children: row.id },
        { key: 'process', label: say('task.process'), children: pick(row.processTitle, row.process) },
        {
          key: 'customer',
          label: say('task.customer'),
          children: customer ? <Link to={`/customers/${customer.id}`}>{customer.name}</Link> : say('word.none'),
        },
        { key: 'applicant', label: say('task.applicant'), children: row.applicant.name },
        { key: 'startedAt', label: say('case.startedAt'), children: <Instant at={row.startedAt} /> },
        ...(closedAt === null
          ? []
          : [{ key: 'closedAt', label: say('case.closedAt'), children: <Instant at={closedAt} /> }]),
        ...(closing === null
          ? []
          : [{ key: 'closing', label: say('case.closing'), children: <span className="lines">{closing}</span> }]),
        ...(history === null
          ? []
          : [
              {
                key: 'history',
                label: say('case.history'),
                children: (
                  <a href={history} target="_blank" rel="noreferrer">
                    {say('case.open')}
                  </a>
                ),
              },
            ]),
      ]}
    />
  );
}
