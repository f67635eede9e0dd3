/** What somebody fills in on the public form. */
export const REPORT = {
  ...{ name: '钱护士', phone: '025-8888 1234', mail: 'qian.nurse@hospital.example', title: '三楼收费窗口打印机不打印' },
  ...{ description: '早上八点起不打印，已重启过一次\n收费排队', device: '', when: '2026-11-23T08:00' },
};

/** A page as a browser gets it. */
export interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

/** A public form as somebody uses it who has its address. */
export class PublicForm {
  constructor(
    private readonly url: () => string,
    private readonly secret: string,
  ) {}

  async opens(headers: Readonly<Record<string, string>> = {}, query = ''): Promise<Page> {
    return await pageOf(await fetch(`${this.url()}/intake/${this.secret}${query}`, { headers }));
  }

  /** What the page that was opened has in its hidden field. */
  async page(): Promise<string> {
    return hiddenIn((await this.opens()).html);
  }

  /** Sends the form, of a page that is opened for it where none is named. */
  async sends(
    values: Readonly<Record<string, string>> = {},
    { page, headers = {} }: { readonly page?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Page> {
    const body = new URLSearchParams({ page: page ?? (await this.page()), ...REPORT, ...values });
    return await pageOf(await fetch(`${this.url()}/intake/${this.secret}?lang=zh`, { method: 'POST', headers, body }));
  }
}

/** The number of the case that a page names. */
export function numberIn({ html }: Page): string | undefined {
  return /class="number">(GZ-\d{8}-\d{4,})</.exec(html)?.[1];
}

/** The hidden field of a page. */
export function hiddenIn(html: string): string {
  return /name="page" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

async function pageOf(response: Response): Promise<Page> {
  return { status: response.status, html: await response.text(), headers: response.headers };
}
