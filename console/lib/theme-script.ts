export const THEME_KEY = 'smarteros.theme';

/** What runs in the page's head, before there is any script of ours: the same as `apply` in theme.ts. */
export const THEME_SCRIPT = `(()=>{let t=null;try{t=localStorage.getItem('${THEME_KEY}')}catch{}document.documentElement.classList.toggle('dark',t==='dark'||t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)})()`;
