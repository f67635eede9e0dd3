const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** Text as the content of a spreadsheet's XML; what XML cannot hold is written as `_xHHHH_` [ECMA-376, ST_Xstring]. */
export function xmlText(text: string): string {
  return text
    .replaceAll(LONE_SURROGATE, '\ufffd')
    .replaceAll(NOT_IN_XML, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The text behind `_xHHHH_`. */
export function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
