/** A permanent redirect that keeps the method. */
export function redirect(location: string): Response {
  return new Response(null, { status: 308, headers: { Location: location } });
}
