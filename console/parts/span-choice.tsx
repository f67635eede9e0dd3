import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented } from 'antd';
import { dayAt } from '../pages/roster/days';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { spanAfter, spanInWords, type Span } from './figure-span';
import { useNow } from './use-now';

interface Props {
  readonly span: Span;
  /** Changes the filters of the page: both are named, one of them without a value. */
  readonly change: (changed: { readonly month?: string | undefined; readonly year?: string | undefined }) => void;
}

/** Which month or year figures are of. */
export function SpanChoice({ span, change }: Props) {
  const { say, language } = useLanguage();
  const today = dayAt(useNow(), settings().timeZone);
  const go = (to: Span) => change({ month: undefined, year: undefined, ...to });
  const isOfYear = 'year' in span;
  // From a year to its last month that has been, from a month to its year.
  const other = (): Span => {
    if (!isOfYear) return { year: span.month.slice(0, 4) };
    return { month: today.startsWith(span.year) ? today.slice(0, '2026-11'.length) : `${span.year}-12` };
  };
  return (
    <Flex gap={12} align="center" wrap>
      <Segmented
        aria-label={say('figures.span')}
        value={isOfYear ? 'year' : 'month'}
        onChange={() => go(other())}
        options={[
          { value: 'month', label: say('figures.byMonth') },
          { value: 'year', label: say('figures.byYear') },
        ]}
      />
      <Flex gap={8} align="center">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={say('figures.before')}
          onClick={() => go(spanAfter(span, -1))}
        />
        <strong>{spanInWords(span, language)}</strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={say('figures.after')}
          onClick={() => go(spanAfter(span, 1))}
        />
      </Flex>
    </Flex>
  );
}
