export default { remarkPlugins: ['remark-shout'] };
