/** What stands in the settings of Prometheus Alertmanager to send its alerts to an address; the token is in a file of its own. */
export function alertmanagerConfig(address: string): string {
  return [
    'receivers:',
    '  - name: opsflow',
    '    webhook_configs:',
    `      - url: ${address}`,
    '        send_resolved: true',
    '        max_alerts: 100',
    '        http_config:',
    '          authorization:',
    '            credentials_file: /etc/alertmanager/opsflow-token',
  ].join('\n');
}
