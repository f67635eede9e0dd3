import {
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CheckSquareOutlined,
  DesktopOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { WordKey } from '../words';

/** A place of the main menu. */
export interface Place {
  readonly to: string;
  readonly name: WordKey;
  readonly icon: ReactNode;
}

/** The main menu, the most used first; a phone has the first three in its bar. */
export const PLACES: readonly Place[] = [
  { to: '/tasks', name: 'nav.tasks', icon: <CheckSquareOutlined aria-hidden /> },
  { to: '/start', name: 'nav.start', icon: <AppstoreOutlined aria-hidden /> },
  { to: '/cases', name: 'nav.cases', icon: <AuditOutlined aria-hidden /> },
  { to: '/devices', name: 'nav.devices', icon: <DesktopOutlined aria-hidden /> },
  { to: '/customers', name: 'nav.customers', icon: <BankOutlined aria-hidden /> },
  { to: '/people', name: 'nav.people', icon: <TeamOutlined aria-hidden /> },
];

/** The place of the menu to which an address belongs. */
export function placeOf(pathname: string): string {
  return PLACES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.to ?? '';
}
