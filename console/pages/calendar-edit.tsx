import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { EDITORS } from '../../models/contracts/editors';
import { calendarDraftQuery } from '../api/queries';
import type { CalendarDraft } from '../api/types';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useBegun } from '../parts/use-begun';
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
  const me = useMe();
  const query = useQuery(calendarDraftQuery(useApi(), id));
  if (!holdsAny(me, EDITORS.calendars)) return <NotFound />;
  return <Loaded query={query}>{(newest) => <Editing key={id} id={id} newest={newest} />}</Loaded>;
}

function Editing({ id, newest }: { readonly id: string; readonly newest: CalendarDraft | null }) {
  const { say, pick } = useLanguage();
  const thisYear = new Date(useNow()).getFullYear();
  const [year, setYear] = useState(thisYear);
  const editing = useBegun(newest);
  const { begun: draft, isChanged } = editing;
  const version = draft?.version ?? 0;
  return (
    <Page title={draft ? say('calendar.edit', { title: pick(draft.calendar.title) }) : say('calendar.new', { id })}>
      <div key={version} className="stack">
        <Alert type="info" showIcon title={say('calendar.editHelp')} />
        {draft?.isDraft && <PublishCard draft={draft} isChanged={isChanged} />}
        {draft?.isDraft && <YearCard id={id} version="draft" year={year} choose={setYear} />}
        <DraftForm id={id} editing={editing} nextYear={thisYear + 1} />
        <ImportCard id={id} version={version} nextYear={thisYear + 1} isChanged={isChanged} />
      </div>
    </Page>
  );
}
