import { Select } from 'antd';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of several by which a list is filtered, or none. */
export function Choice({ label, value, options, onChange }: Props) {
  return (
    <Select
      aria-label={label}
      placeholder={label}
      allowClear
      value={value ?? null}
      onChange={(chosen: string | null) => onChange(chosen ?? undefined)}
      options={[...options]}
    />
  );
}
