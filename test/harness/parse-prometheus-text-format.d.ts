declare module 'parse-prometheus-text-format' {
  /** Reads the text format of Prometheus. */
  export default function parsePrometheus(text: string): unknown;
}
