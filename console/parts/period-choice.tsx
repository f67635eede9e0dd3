import { dayAt } from '../pages/roster/days';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { Choice } from './choice';
import { isSpan, spanInWords, spanOfText, spansUntil } from './figure-span';
import { useNow } from './use-now';

interface Props {
  readonly label: string;
  readonly filters: { readonly month?: string; readonly year?: string };
  /** Both are named, one of them without a value. */
  readonly change: (changed: { readonly month?: string | undefined; readonly year?: string | undefined }) => void;
}

/** The month or the year by which a register is filtered. */
export function PeriodChoice({ label, filters: { month, year }, change }: Props) {
  const { language } = useLanguage();
  const today = dayAt(useNow(), settings().timeZone);
  const span = [month, year].find(isSpan);
  return (
    <Choice
      label={label}
      value={span}
      options={spansUntil(today, span).map((one) => ({ value: one, label: spanInWords(spanOfText(one), language) }))}
      onChange={(chosen) =>
        change({ month: undefined, year: undefined, ...(chosen === undefined ? {} : spanOfText(chosen)) })
      }
    />
  );
}
