import {
  AlertOutlined,
  ApartmentOutlined,
  ApiOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BankOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  DesktopOutlined,
  EyeOutlined,
  FieldTimeOutlined,
  FileSearchOutlined,
  InboxOutlined,
  PhoneOutlined,
  ScheduleOutlined,
  TeamOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { STAFF_ROLES, type Role } from '../../models/codes';
import { EDITORS } from '../../models/contracts/editors';
import { FIGURE_READERS } from '../../models/contracts/figure-readers';
import { FAULT_READERS } from '../../models/contracts/fault-readers';
import type { Me } from '../api/types';
import { holdsAny } from '../session/use-me';
import type { WordKey } from '../words';

/** A place of the main menu. */
export interface Place {
  readonly to: string;
  readonly name: WordKey;
  readonly icon: ReactNode;
  /** For those who hold one of these roles; left out: for everybody. */
  readonly who?: readonly Role[];
}

/** The main menu, the most used first; a phone has the first three in its bar. */
export const PLACES: readonly Place[] = [
  { to: '/tasks', name: 'nav.tasks', icon: <CheckSquareOutlined aria-hidden /> },
  { to: '/start', name: 'nav.start', icon: <AppstoreOutlined aria-hidden /> },
  { to: '/cases', name: 'nav.cases', icon: <AuditOutlined aria-hidden /> },
  { to: '/copies', name: 'nav.copies', icon: <EyeOutlined aria-hidden /> },
  { to: '/devices', name: 'nav.devices', icon: <DesktopOutlined aria-hidden /> },
  { to: '/customers', name: 'nav.customers', icon: <BankOutlined aria-hidden /> },
  { to: '/people', name: 'nav.people', icon: <TeamOutlined aria-hidden /> },
  { to: '/teams', name: 'nav.teams', icon: <ApartmentOutlined aria-hidden />, who: STAFF_ROLES },
  { to: '/absences', name: 'nav.absences', icon: <UserSwitchOutlined aria-hidden /> },
  { to: '/cutovers', name: 'nav.cutovers', icon: <ScheduleOutlined aria-hidden /> },
  { to: '/faults', name: 'nav.faults', icon: <AlertOutlined aria-hidden />, who: FAULT_READERS },
  { to: '/callbacks', name: 'nav.callbacks', icon: <PhoneOutlined aria-hidden />, who: FAULT_READERS },
  { to: '/complaints', name: 'nav.complaints', icon: <CustomerServiceOutlined aria-hidden />, who: FIGURE_READERS },
  { to: '/calendars', name: 'nav.calendars', icon: <CalendarOutlined aria-hidden />, who: STAFF_ROLES },
  { to: '/service-levels', name: 'nav.serviceLevels', icon: <FieldTimeOutlined aria-hidden />, who: STAFF_ROLES },
  { to: '/webhooks', name: 'nav.webhooks', icon: <ApiOutlined aria-hidden />, who: ['admin'] },
  { to: '/intake-sources', name: 'nav.sources', icon: <InboxOutlined aria-hidden />, who: EDITORS.intakeSources },
  { to: '/access-log', name: 'nav.accessLog', icon: <FileSearchOutlined aria-hidden />, who: ['admin'] },
];

/** The places that a person may go to. */
export function placesFor(me: Me): readonly Place[] {
  return PLACES.filter(({ who }) => who === undefined || holdsAny(me, who));
}

/** The place of the menu to which an address belongs. */
export function placeOf(pathname: string): string {
  return PLACES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`))?.to ?? '';
}
