import { Alert, App, Button, Card, Form } from 'antd';
import { placedFaults } from '../../form/faults';
import { useSuggestedPhrases } from '../../parts/use-suggested-phrases';
import { whyOf } from '../../parts/why';
import { useKeepPhrases } from '../../session/use-keep-phrases';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { PhraseLines } from './phrase-lines';

interface Values {
  readonly phrases: readonly string[];
}

/** One's common opinions 常用意见, to be written, ordered and removed. */
export function PhrasesCard() {
  const { phrases } = useMe();
  // What was kept elsewhere or trimmed by the API is shown as it is now.
  return <Lines key={JSON.stringify(phrases)} phrases={phrases} />;
}

function Lines({ phrases }: Values) {
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const suggested = useSuggestedPhrases();
  const [form] = Form.useForm<Values>();
  const isEmpty = Form.useWatch((values: Partial<Values>) => values.phrases?.length === 0, form);
  const keeping = useKeepPhrases<Values>(async (values) => values.phrases, {
    done: () => void message.success(say('saved.done')),
    failed: (error) =>
      form.setFields(
        placedFaults(error).map(({ path, words }) => ({ name: [...path] as ['phrases', number], errors: [words] })),
      ),
  });
  return (
    <Card title={say('phrases.title')}>
      <p className="quiet">{say('phrases.help')}</p>
      <Form form={form} layout="vertical" initialValues={{ phrases: [...phrases] }} onFinish={keeping.submit}>
        <PhraseLines />
        {keeping.error && <Alert role="alert" type="error" showIcon title={whyOf(keeping.error, language)} />}
        <div className="card-line">
          <Button type="primary" htmlType="submit" loading={keeping.isUnderWay}>
            {say('phrases.save')}
          </Button>
          {isEmpty && (
            <Button onClick={() => form.setFieldsValue({ phrases: [...suggested] })}>
              {say('phrases.useSuggested')}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}
