import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Flex, Form, Input, Select } from 'antd';
import type { CalendarDraft } from '../../api/types';
import { calendarDraftQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { NotSaved } from '../../parts/not-saved';
import type { Begun } from '../../parts/use-begun';
import { useLanguage } from '../../words/use-language';
import { bodyOf, NEW_CALENDAR, placeOf, valuesOf, type DraftValues } from './draft-values';
import { WEEKDAYS } from './days';
import { ExceptionsField } from './exceptions-field';
import { HolidaysField } from './holidays-field';
import { HoursInput } from './hours-input';

const HOLIDAYS = ['cn', 'none'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

interface Props {
  readonly id: string;
  /** Null: a new calendar. */
  readonly editing: Begun<CalendarDraft | null>;
  readonly nextYear: number;
}

/** Everything of a calendar as a form; what it holds is kept as a draft, unless somebody else was faster. */
export function DraftForm({ id, editing, nextYear }: Props) {
  const { begun: draft } = editing;
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say } = useLanguage();
  const [form] = Form.useForm<DraftValues>();
  const path = `/calendars/${encodeURIComponent(id)}/draft`;
  const reload = () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'calendar-file' });
  const saving = useSubmission(
    async (values: DraftValues) =>
      await client.send<CalendarDraft>('PUT', path, {
        body: bodyOf(values, draft?.base ?? 0),
        version: draft?.version ?? 0,
      }),
    {
      done: (saved) => {
        queries.setQueryData(calendarDraftQuery(client, id).queryKey, saved);
        editing.anew();
        void message.success(say('calendar.saved'));
        reload();
      },
      failed: (error) =>
        form.setFields(
          placedFaults(error).map(({ path: at, words }) => ({ name: [...placeOf(at)] as ['week'], errors: [words] })),
        ),
    },
  );
  const needed = (label: string) => [{ required: true, whitespace: true, message: say('form.needed', { label }) }];
  const line = (name: 'titleZh' | 'titleEn', label: string) => (
    <Form.Item name={name} label={label} rules={needed(label)}>
      <Input maxLength={60} />
    </Form.Item>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={draft ? valuesOf(draft) : NEW_CALENDAR}
      scrollToFirstError
      onValuesChange={editing.change}
      onFinish={saving.submit}
    >
      <div className="stack">
        <Card title={say('calendar.title')}>
          <div className="line-fields">
            {line('titleZh', say('calendar.titleZh'))}
            {line('titleEn', say('calendar.titleEn'))}
          </div>
          <div className="line-fields">
            <Form.Item name="timeZone" label={say('calendar.timeZone')} rules={needed(say('calendar.timeZone'))}>
              <Select showSearch options={ZONES.map((zone) => ({ value: zone, label: zone }))} />
            </Form.Item>
            <Form.Item name="holidays" label={say('calendar.holidays')}>
              <Select options={HOLIDAYS.map((one) => ({ value: one, label: say(`calendar.holidays.${one}`) }))} />
            </Form.Item>
          </div>
        </Card>
        <Card title={say('calendar.week')}>
          <p className="quiet">{say('calendar.weekHelp')}</p>
          <div className="week-fields">
            {WEEKDAYS.map((day) => (
              <HoursInput key={day} name={['week', day]} label={say(`weekday.${day}`)} />
            ))}
          </div>
        </Card>
        <Card title={say('calendar.exceptions')}>
          <p className="quiet">{say('calendar.exceptionsHelp')}</p>
          <ExceptionsField />
        </Card>
        <Card title={say('calendar.holidayYears')}>
          <p className="quiet">{say('calendar.holidayYearsHelp')}</p>
          <HolidaysField nextYear={nextYear} />
        </Card>
        <NotSaved
          error={saving.error}
          outdated={['changed-meanwhile', 'wrong-state']}
          reload={() => {
            editing.anew();
            reload();
          }}
        />
        <Flex gap={8}>
          <Button type="primary" htmlType="submit" loading={saving.isUnderWay}>
            {say('calendar.saveDraft')}
          </Button>
        </Flex>
      </div>
    </Form>
  );
}
