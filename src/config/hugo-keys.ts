const names = `
  s spelling. */
export const hugoKeys: readonly string[] = [
   ,  ,  ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  , 
  ,
   ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,  ,
  
  ,  ,  ,  ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,
   ,  , 
  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,  ,  ,  ,
   ,  ,  ,  ,  ,  ,  , 
`;

/** Top-level settings of Hugo 0.169 that Octavo does not read, in Hugo's spelling. */
export const hugoKeys: readonly string[] = names.trim().split(/\s+/);
