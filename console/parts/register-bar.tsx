import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../words/use-language';
import { SearchField } from './search-field';

interface Props {
  /** What the register is filtered by. */
  readonly names: readonly string[];
  readonly filters: Readonly<Partial<Record<string, string>>>;
  readonly change: (changed: Readonly<Record<string, string | undefined>>) => void;
  /** What may be searched for. */
  readonly hint: string;
  readonly children: ReactNode;
}

/** The words and filters above a register, and what takes all of them away. */
export function RegisterBar({ names, filters, change, hint, children }: Props) {
  const { say } = useLanguage();
  return (
    <div className="filters">
      <SearchField value={filters.q ?? ''} hint={hint} onSearch={(q) => change({ q })} />
      {children}
      {names.some((name) => filters[name] !== undefined) && (
        <Button type="link" onClick={() => change(Object.fromEntries(names.map((name) => [name, undefined])))}>
          {say('action.clear')}
        </Button>
      )}
    </div>
  );
}
