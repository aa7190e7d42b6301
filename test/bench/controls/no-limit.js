/** Stands in for Edgewise's rate limit bindings, which bare workerd has not: nobody is over it. */
export default () => ({ limit: async () => ({ success: true }) });
