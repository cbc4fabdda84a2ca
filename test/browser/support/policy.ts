/** Makes an error of whatever a page's own policy forbids it. */

/** Runs in the page before its first script; `pageerror` then tells. Code that is refused mostly goes on in silence. */
export function throwAtForbidden(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) => {
    throw new Error(`${violatedDirective} forbids it: ${sourceFile}`);
  });
}
