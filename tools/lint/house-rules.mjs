import { layers } from './layers.mjs';

/** The rules of this house as an ESLint plugin, each under a name of its own, so that a finding says what it is about. */
export default {
  meta: { name: 'house' },
  rules: {
    layers,
    'no-enum': forbid('No enums: use a union of string literals.', 'TSEnumDeclaration'),
    'no-module-state': forbid(
      'No mutable module state: keep it in a factory that is called with its dependencies.',
      ...atModuleLevel('VariableDeclaration[kind!="const"]'),
      // An empty collection at module level can only be there to be filled.
      ...atModuleLevel(
        'VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
      ),
      ...atModuleLevel('VariableDeclaration > VariableDeclarator > ArrayExpression[elements.length=0]'),
    ),
    'no-environment': forbid(
      'Settings come from models/config.ts; pass them in.',
      'MemberExpression[object.name="process"][property.name="env"]',
      'MemberExpression[object.name="process"][property.value="env"]',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
      'ImportDeclaration[source.value=/^(node:)?process$/] > ImportSpecifier[imported.name="env"]',
    ),
    'no-clock': forbid(
      'Business instants are stamped by the workflow and passed as arguments.',
      'MemberExpression[object.name="Date"][property.name="now"]',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
    ),
    'no-polling': forbid(
      'No polling: a waiting case costs no events. Wait for a condition, or until an instant.',
      'CallExpression[callee.name="setInterval"]',
      'CallExpression[callee.property.name="setInterval"]',
      // A loop that sleeps for a fixed time polls; one that sleeps until a computed instant keeps an appointment.
      ':matches(WhileStatement, DoWhileStatement, ForStatement) CallExpression[callee.name="sleep"][arguments.0.type="Literal"]',
    ),
  },
};

function forbid(message, ...selectors) {
  return {
    meta: { type: 'problem', schema: [], messages: { forbidden: message } },
    create: (context) =>
      Object.fromEntries(
        selectors.map((selector) => [selector, (node) => context.report({ node, messageId: 'forbidden' })]),
      ),
  };
}

function atModuleLevel(selector) {
  return [`Program > ${selector}`, `Program > ExportNamedDeclaration > ${selector}`];
}
