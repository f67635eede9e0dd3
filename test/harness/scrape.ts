import parsePrometheus from 'parse-prometheus-text-format';

interface Family {
  readonly name: string;
  readonly type: string;
  readonly metrics: readonly {
    readonly value?: string;
    readonly labels?: Readonly<Record<string, string>>;
  }[];
}

/** What a scrape answered, read as Prometheus reads it. */
export class Scraped {
  constructor(
    readonly families: readonly Family[],
    readonly text: string,
  ) {}

  /** The lines of a metric as they are: the parser does not tell histograms apart by their labels. */
  lines(name: string): string[] {
    return this.text.split('\n').filter((line) => line.startsWith(name));
  }

  /** Every line of a metric, by its labels as text. */
  values(name: string): Record<string, number> {
    const { metrics = [] } = this.families.find((family) => family.name === name) ?? {};
    return Object.fromEntries(
      metrics.map(({ value, labels = {} }) => [Object.values(labels).join(' '), Number(value)]),
    );
  }
}

/** Scrapes an address; throws where it does not answer 200. */
export async function scrape(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Scraped> {
  const response = await fetch(url, { headers });
  if (response.status !== 200) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return new Scraped(parsePrometheus(text) as Family[], text);
}
