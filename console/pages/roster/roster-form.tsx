import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useNavigate } from 'react-router';
import { calendarsQuery } from '../../api/queries';
import type { Roster } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { placedFaults } from '../../form/faults';
import { NotSaved } from '../../parts/not-saved';
import type { Begun } from '../../parts/use-begun';
import { useLanguage } from '../../words/use-language';
import { EntriesField } from './entries-field';
import { bodyOf, placeOf, valuesOf, type RosterValues } from './roster-values';
import { ShiftsField } from './shifts-field';

/** The whole roster as a form; saved unless somebody else was faster. */
export function RosterForm({ editing, today }: { readonly editing: Begun<Roster>; readonly today: string }) {
  const { begun: roster } = editing;
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say, pick } = useLanguage();
  const calendars = useQuery(calendarsQuery(client)).data?.items ?? [];
  const [form] = Form.useForm<RosterValues>();
  const chosen = Form.useWatch('hasDaysOff', form) as boolean | undefined;
  const hasDaysOff = chosen ?? Boolean(roster.roster?.daysOff);
  const page = `/teams/${encodeURIComponent(roster.team.id)}/roster`;
  const saving = useSubmission(
    async (values: RosterValues) =>
      await client.send<Roster>('PUT', page, { body: bodyOf(values), version: roster.version }),
    {
      done: () => {
        editing.anew();
        void message.success(say('saved.done'));
        void queries.invalidateQueries();
        void navigate(page);
      },
      failed: (error) => {
        const values = form.getFieldsValue(true) as RosterValues;
        form.setFields(
          placedFaults(error).map(({ path, words }) => ({
            name: [...placeOf(path, values)] as ['from'],
            errors: [words],
          })),
        );
      },
    },
  );
  const needed = (label: string) => [{ required: true, message: say('form.needed', { label }) }];
  const people = roster.people.map(({ id, name, isMember }) => ({
    value: id,
    label: isMember ? name : say('roster.left', { name }),
  }));
  const rotation = (from: 'from' | 'offFrom', each: 'daysEach' | 'offDaysEach') => (
    <div className="line-fields">
      <Form.Item name={from} label={say('roster.from')} rules={needed(say('roster.from'))}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name={each} label={say('roster.daysEach')} rules={needed(say('roster.daysEach'))}>
        <InputNumber<number> className="wide" min={1} max={60} controls={false} />
      </Form.Item>
    </div>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={valuesOf(roster.roster, today, '5x8')}
      scrollToFirstError
      onValuesChange={editing.change}
      onFinish={() => saving.submit(form.getFieldsValue(true) as RosterValues)}
    >
      <div className="stack">
        <Card>
          <div className="line-fields">
            <Form.Item name="titleZh" label={say('calendar.titleZh')} rules={needed(say('calendar.titleZh'))}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="titleEn" label={say('calendar.titleEn')} rules={needed(say('calendar.titleEn'))}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="calendarId" label={say('roster.calendar')} rules={needed(say('roster.calendar'))}>
              <Select
                options={calendars
                  .filter(({ published }) => published !== null)
                  .map(({ id, title }) => ({ value: id, label: pick(title) }))}
              />
            </Form.Item>
          </div>
          {rotation('from', 'daysEach')}
          <Form.Item name="hasDaysOff" label={say('roster.daysOff')} valuePropName="checked">
            <Switch />
          </Form.Item>
          {hasDaysOff && rotation('offFrom', 'offDaysEach')}
        </Card>
        <Card title={say('roster.shifts')}>
          <p className="quiet">{say('roster.shiftsHelp')}</p>
          <ShiftsField people={people} hasDaysOff={hasDaysOff} />
        </Card>
        <Card title={say('roster.entries')}>
          <p className="quiet">{say('roster.entriesHelp')}</p>
          <EntriesField people={people} />
        </Card>
        <NotSaved
          error={saving.error}
          outdated={['changed-meanwhile']}
          reload={() => {
            editing.anew();
            void queries.invalidateQueries();
          }}
        />
        <div>
          <Button type="primary" htmlType="submit" loading={saving.isUnderWay}>
            {say('action.save')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
