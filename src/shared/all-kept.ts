/** The address under which the service worker notes that it has kept all files of its build: they can be loaded without a network. */
export const ALL_KEPT = "/_kept";
