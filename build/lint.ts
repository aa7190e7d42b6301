/** Lint rules of our own, for oxlint: in the form of an ESLint plugin (https://oxc.rs/docs/guide/usage/linter/js-plugins.html). */

/** The fields of an AST node (ESTree) that the rule reads. */
interface Node {
  type: string;
  name?: string;
  callee?: Node;
  parent?: Node | null;
  id?: Node | null;
  init?: Node | null;
  body?: Node;
}

interface Context {
  report: (problem: { node: Node; message: string }) => void;
}

/**
 * A sentence that is taken while a module loads stays in one language, although the server renders pages in several. So what returns
 * sentences may be called only within functions: `strings()`, `onDemandStrings()`, `staffStrings()`, and functions that only return such a call, such as `const words = () => strings().composer`.
 */
const noFrozenLanguage = {
  create(context: Context) {
    const sources = new Set(["strings", "onDemandStrings", "staffStrings"]);
    const calls: Node[] = [];
    return {
      VariableDeclarator({ id, init }: Node) {
        if (id?.name && init?.type === "ArrowFunctionExpression" && init.body && begins(init.body, sources)) sources.add(id.name);
      },
      CallExpression(node: Node) {
        if (!isInFunction(node)) calls.push(node);
      },
      "Program:exit"() {
        for (const node of calls)
          if (sources.has(node.callee?.name ?? ""))
            context.report({
              node,
              message: "Take a sentence where it is shown: here its language would stay the same for all pages.",
            });
      },
    };
  },
};

/** Whether the expression is a call of one of `names`, or a member of its result: `strings().composer`. */
function begins(expression: Node & { object?: Node }, names: ReadonlySet<string>): boolean {
  if (expression.object) return begins(expression.object, names);
  return expression.type === "CallExpression" && names.has(expression.callee?.name ?? "");
}

function isInFunction({ parent }: Node): boolean {
  for (let node = parent; node; node = node.parent) if (/Function|^PropertyDefinition$/.test(node.type)) return true;
  return false;
}

export default { meta: { name: "edgewise" }, rules: { "no-frozen-language": noFrozenLanguage } };
