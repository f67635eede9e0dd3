import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EDITORS } from '../../models/contracts/editors';
import { isProblem } from '../api/problem';
import { calendarDraftQuery } from '../api/queries';
import type { CalendarDraft } from '../api/types';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useNow } from '../parts/use-now';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { DraftForm } from './calendar/draft-form';
import { ImportCard } from './calendar/import-card';
import { PublishCard } from './calendar/publish-card';
import { YearCard } from './calendar/year-card';
import { NotFound } from './not-found';

/** Changes a calendar, or begins one: a draft, what it changes, and publishing it. */
export function CalendarEditPage() {
  const { id = '' } = useParams();
  const { say, pick } = useLanguage();
  const me = useMe();
  const query = useQuery(calendarDraftQuery(useApi(), id));
  if (!holdsAny(me, EDITORS.calendars)) return <NotFound />;
  if (isProblem(query.error, 'not-found'))
    return (
      <Page title={say('calendar.new', { id })}>
        <Parts id={id} draft={null} />
      </Page>
    );
  return (
    <Loaded query={query}>
      {(draft) => (
        <Page title={say('calendar.edit', { title: pick(draft.calendar.title) })}>
          <Parts key={draft.version} id={id} draft={draft} />
        </Page>
      )}
    </Loaded>
  );
}

function Parts({ id, draft }: { readonly id: string; readonly draft: CalendarDraft | null }) {
  const { say } = useLanguage();
  const thisYear = new Date(useNow()).getFullYear();
  const [year, setYear] = useState(thisYear);
  return (
    <div className="stack">
      <Alert type="info" showIcon title={say('calendar.editHelp')} />
      {draft?.isDraft && <PublishCard draft={draft} />}
      {draft?.isDraft && <YearCard id={id} version="draft" year={year} choose={setYear} />}
      <DraftForm id={id} draft={draft} nextYear={thisYear + 1} />
      <ImportCard id={id} version={draft?.version ?? 0} nextYear={thisYear + 1} />
    </div>
  );
}
