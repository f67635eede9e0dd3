import { createBrowserRouter, Navigate } from 'react-router';
import type { ImportKind } from '../../models/contracts/imports';
import { ErrorBoundary } from '../parts/error-boundary';
import { PLACES } from '../pages/edit/places';
import { Guard } from '../session/guard';

function imported(kind: ImportKind) {
  const lazy = async () => {
    const { ImportPage } = await import('../pages/import');
    return { element: <ImportPage kind={kind} /> };
  };
  return { path: `${PLACES[kind]}/import`, lazy };
}

/** Every page with its address; its code is loaded when it is first opened. */
export function createRouter() {
  return createBrowserRouter([
    {
      ErrorBoundary,
      HydrateFallback: () => null,
      children: [
        { path: '/decide/:token', lazy: async () => ({ Component: (await import('../pages/decide')).Decide }) },
        { path: '/sign-in', lazy: async () => ({ Component: (await import('../pages/sign-in')).SignIn }) },
        {
          Component: Guard,
          children: [
            {
              lazy: async () => ({ Component: (await import('./shell')).Shell }),
              children: [
                {
                  ErrorBoundary,
                  children: [
                    { index: true, element: <Navigate replace to="/tasks" /> },
                    { path: '/tasks', lazy: async () => ({ Component: (await import('../pages/tasks')).Tasks }) },
                    { path: '/tasks/:id', lazy: async () => ({ Component: (await import('../pages/task')).TaskPage }) },
                    { path: '/cases', lazy: async () => ({ Component: (await import('../pages/cases')).Cases }) },
                    { path: '/cases/:id', lazy: async () => ({ Component: (await import('../pages/case')).CasePage }) },
                    { path: '/copies', lazy: async () => ({ Component: (await import('../pages/copies')).Copies }) },
                    { path: '/start', lazy: async () => ({ Component: (await import('../pages/start')).Start }) },
                    {
                      path: '/start/:process',
                      lazy: async () => ({ Component: (await import('../pages/start-process')).StartProcess }),
                    },
                    { path: '/devices', lazy: async () => ({ Component: (await import('../pages/devices')).Devices }) },
                    imported('devices'),
                    {
                      path: '/devices/:id',
                      lazy: async () => ({ Component: (await import('../pages/device')).DevicePage }),
                    },
                    {
                      path: '/customers',
                      lazy: async () => ({ Component: (await import('../pages/customers')).Customers }),
                    },
                    imported('customers'),
                    {
                      path: '/customers/:id',
                      lazy: async () => ({ Component: (await import('../pages/customer')).CustomerPage }),
                    },
                    { path: '/people', lazy: async () => ({ Component: (await import('../pages/people')).People }) },
                    imported('users'),
                    {
                      path: '/people/:id',
                      lazy: async () => ({ Component: (await import('../pages/person')).PersonPage }),
                    },
                    { path: '/teams', lazy: async () => ({ Component: (await import('../pages/teams')).Teams }) },
                    { path: '/teams/:id', lazy: async () => ({ Component: (await import('../pages/team')).TeamPage }) },
                    {
                      path: '/teams/:id/roster',
                      lazy: async () => ({ Component: (await import('../pages/roster')).RosterPage }),
                    },
                    {
                      path: '/teams/:id/roster/edit',
                      lazy: async () => ({ Component: (await import('../pages/roster-edit')).RosterEditPage }),
                    },
                    {
                      path: '/absences',
                      lazy: async () => ({ Component: (await import('../pages/absences')).Absences }),
                    },
                    {
                      path: '/cutovers',
                      lazy: async () => ({ Component: (await import('../pages/cutovers')).Cutovers }),
                    },
                    {
                      path: '/faults',
                      lazy: async () => ({ Component: (await import('../pages/faults')).Faults }),
                    },
                    {
                      path: '/callbacks',
                      lazy: async () => ({ Component: (await import('../pages/callbacks')).Callbacks }),
                    },
                    {
                      path: '/complaints',
                      lazy: async () => ({ Component: (await import('../pages/complaints')).Complaints }),
                    },
                    {
                      path: '/calendars',
                      lazy: async () => ({ Component: (await import('../pages/calendars')).Calendars }),
                    },
                    {
                      path: '/calendars/:id',
                      lazy: async () => ({ Component: (await import('../pages/calendar')).CalendarPage }),
                    },
                    {
                      path: '/calendars/:id/edit',
                      lazy: async () => ({ Component: (await import('../pages/calendar-edit')).CalendarEditPage }),
                    },
                    {
                      path: '/service-levels',
                      lazy: async () => ({ Component: (await import('../pages/service-levels')).ServiceLevelsPage }),
                    },
                    {
                      path: '/webhooks',
                      lazy: async () => ({ Component: (await import('../pages/webhooks')).Webhooks }),
                    },
                    {
                      path: '/webhooks/:id',
                      lazy: async () => ({ Component: (await import('../pages/webhook')).WebhookPage }),
                    },
                    {
                      path: '/intake-sources',
                      lazy: async () => ({ Component: (await import('../pages/intake-sources')).IntakeSources }),
                    },
                    {
                      path: '/intake-sources/:id',
                      lazy: async () => ({ Component: (await import('../pages/intake-source')).IntakeSourcePage }),
                    },
                    {
                      path: '/access-log',
                      lazy: async () => ({ Component: (await import('../pages/access-log')).AccessLog }),
                    },
                    { path: '/search', lazy: async () => ({ Component: (await import('../pages/search')).Search }) },
                    { path: '/me', lazy: async () => ({ Component: (await import('../pages/me')).MePage }) },
                    { path: '*', lazy: async () => ({ Component: (await import('../pages/not-found')).NotFound }) },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
