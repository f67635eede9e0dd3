import { Button, Grid } from 'antd';
import { useState, type ReactNode } from 'react';
import { useLanguage } from '../words/use-language';

interface Props {
  /** Whether the list is asked for any of them. */
  readonly isAsked: boolean;
  readonly children: ReactNode;
}

/** What is seldom asked for; a phone shows it on request, and where it is asked for. */
export function MoreFilters({ isAsked, children }: Props) {
  const { say } = useLanguage();
  const isDesk = Grid.useBreakpoint().md ?? true;
  const [isOpen, setOpen] = useState(isAsked);
  if (!isDesk && !isOpen) return <Button onClick={() => setOpen(true)}>{say('filters.more')}</Button>;
  return <>{children}</>;
}
