import { Typography } from 'antd';
import { useLanguage } from '../words/use-language';

interface Props {
  readonly text: string;
  /** What is shown instead of the text itself. */
  readonly title?: string;
  readonly testId?: string;
}

/** Text for another program, with a button that copies it. */
export function Copyable({ text, title, testId }: Props) {
  const { say } = useLanguage();
  return (
    <Typography.Text
      code={title === undefined}
      copyable={{ text, tooltips: [say('action.copy'), false] }}
      data-testid={testId}
    >
      {title ?? text}
    </Typography.Text>
  );
}
