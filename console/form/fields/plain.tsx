import { Input, InputNumber, Radio, Select } from 'antd';
import { dateIn } from '../../../models/contracts/time';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { instantOf, localOf } from '../instants';
import type { FieldProps } from './props';

const FEW = 4;

/** Text of one line or several, with the count where there is a limit to mind. */
export function TextField({ of: { field, limits }, value, onChange, id }: FieldProps<string>) {
  const maxLength = limits.maxLength;
  const shared = { id, value: value ?? '', ...(maxLength === undefined ? {} : { maxLength }) };
  if (!field.multiline) return <Input {...shared} onChange={(event) => onChange?.(event.target.value)} />;
  return <Input.TextArea {...shared} rows={3} onChange={(event) => onChange?.(event.target.value)} />;
}

/** A number with its unit, or an amount in yuan to the fen. */
export function NumberField({ of: { field, limits }, value, onChange, id }: FieldProps<number>) {
  const isMoney = field.kind === 'money';
  return (
    <InputNumber<number>
      id={id}
      className="wide"
      controls={false}
      inputMode="decimal"
      {...(limits.minimum === undefined ? {} : { min: limits.minimum })}
      {...(isMoney ? { precision: 2, prefix: '¥' } : { suffix: field.unit })}
      value={value ?? null}
      onChange={(changed) => onChange?.(changed ?? undefined)}
    />
  );
}

/** A calendar day; the browser's own picker is the one that people know from their phone. */
export function DateField({ of: { field }, value, onChange, id }: FieldProps<string>) {
  return (
    <Input
      id={id}
      type="date"
      {...(field.latest === 'today' && { max: dateIn(new Date(), settings().timeZone) })}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value || undefined)}
    />
  );
}

/** An instant, on the clocks of the company's zone. */
export function InstantField({ value, onChange, id }: FieldProps<string>) {
  const { timeZone } = settings();
  return (
    <Input
      id={id}
      type="datetime-local"
      value={value === undefined ? '' : localOf(value, timeZone)}
      onChange={(event) => onChange?.(event.target.value === '' ? undefined : instantOf(event.target.value, timeZone))}
    />
  );
}

/** One of several options: all in sight where they are few. */
export function ChoiceField({ of: { field }, value, onChange, id }: FieldProps<string>) {
  const { pick, say } = useLanguage();
  const options = (field.options ?? []).map((option) => ({ value: option.value, label: pick(option.label) }));
  if (options.length <= FEW)
    return (
      <Radio.Group
        {...(id === undefined ? {} : { id })}
        aria-label={pick(field.label)}
        options={options}
        value={value}
        onChange={(event) => onChange?.(event.target.value as string)}
      />
    );
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      options={options}
      {...(value === undefined ? {} : { value })}
      placeholder={say('form.choose')}
      allowClear={field.optional}
      onChange={(chosen: string | undefined) => onChange?.(chosen)}
    />
  );
}
