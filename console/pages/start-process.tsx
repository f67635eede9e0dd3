import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Form } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { processesQuery } from '../api/queries';
import type { Process, Step } from '../api/types';
import { useApi } from '../api/use-api';
import { useSubmission } from '../api/use-submission';
import { FieldItem } from '../form/field-item';
import { placedFaults } from '../form/faults';
import { cleaned } from '../form/rules';
import { fieldsOf } from '../form/schema';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { whyOf } from '../parts/why';
import { useLanguage } from '../words/use-language';
import { NotFound } from './not-found';

/** Starting one procedure: its form. */
export function StartProcess() {
  const { process: type } = useParams();
  const query = useQuery(processesQuery(useApi()));
  return (
    <Loaded query={query}>
      {({ items }) => {
        const process = items.find((one) => one.type === type && one.mayStart);
        return process ? <StartForm process={process} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function StartForm({ process }: { readonly process: Process }) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say, pick, language } = useLanguage();
  const [form] = Form.useForm<{ form: Readonly<Record<string, unknown>> }>();
  const starting = useSubmission(
    async (values: Readonly<Record<string, unknown>>, key) =>
      await client.post<Step>('/cases', { process: process.type, form: values }, key),
    {
      done: ({ caseId }) => {
        void message.success(say('start.done', { caseId }));
        void queries.invalidateQueries();
        void navigate(`/cases/${caseId}`);
      },
      failed: (error) =>
        form.setFields(
          placedFaults(error).map(({ path, words }) => ({ name: [...path] as ['form'], errors: [words] })),
        ),
    },
  );
  return (
    <Page title={pick(process.title)}>
      <Card style={{ maxWidth: 760 }}>
        <p className="quiet">{say('start.source', { source: process.source })}</p>
        <Form
          form={form}
          layout="vertical"
          scrollToFirstError={{ focus: true }}
          onFinish={(values) => starting.submit(cleaned(values.form))}
        >
          {fieldsOf(process.startForm).map((of) => (
            <FieldItem key={of.name} of={of} path={['form', of.name]} />
          ))}
          {starting.error && (
            <Alert
              role="alert"
              type="error"
              showIcon
              title={whyOf(starting.error, language)}
              style={{ marginBottom: 16 }}
            />
          )}
          <Flex gap={8}>
            <Button type="primary" htmlType="submit" size="large" loading={starting.isUnderWay}>
              {say('start.submit')}
            </Button>
            <Link to="/start">
              <Button size="large">{say('action.back')}</Button>
            </Link>
          </Flex>
        </Form>
      </Card>
    </Page>
  );
}
