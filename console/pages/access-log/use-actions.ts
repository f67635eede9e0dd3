import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly summary?: string }>>>>;

/** What each route does, in the language of the person, by the name under which the access log keeps it. */
export function useActions(): ReadonlyMap<string, string> {
  const client = useApi();
  const { language } = useLanguage();
  const { data } = useQuery({
    queryKey: ['/openapi.json', language],
    queryFn: async ({ signal }) => titlesOf((await client.get<{ paths: Paths }>('/openapi.json', {}, signal)).paths),
    staleTime: Infinity,
  });
  return data ?? new Map<string, string>();
}

function titlesOf(paths: Paths): ReadonlyMap<string, string> {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { summary }]) => [`${method.toUpperCase()} ${path.replace('/api/v1', '')}`, summary] as const,
    ),
  );
  return new Map(routes.flatMap(([action, summary]) => (summary === undefined ? [] : [[action, summary]])));
}
