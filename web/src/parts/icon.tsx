const shapes = {
  send: 'M12 19V5M5.5 11.5 12 5l6.5 6.5',
  stop: 'M7 7h10v10H7z',
  add: 'M12 5v14M5 12h14',
  copy: 'M9 9h10v11H9zM15 9V4H5v11h4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  up: 'M7 11v9H4v-9zm0 0 4-7.5c1.4 0 2.3 1 2.1 2.4L12.6 10H18c1.3 0 2.2 1.2 1.9 2.4l-1.5 6c-.2 1-1 1.6-2 1.6H7',
  down: 'M17 13V4h3v9zm0 0-4 7.5c-1.4 0-2.3-1-2.1-2.4l.5-4.1H6c-1.3 0-2.2-1.2-1.9-2.4l1.5-6c.2-1 1-1.6 2-1.6H17',
  close: 'm6 6 12 12M18 6 6 18',
  retry: 'M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2m0 16v2M4.9 4.9l1.4 1.4m11.4 11.4 1.4 1.4M2 12h2m16 0h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  arrow: 'm9 6 6 6-6 6',
  company: 'M4 20V5h10v15M14 10h6v10M2.5 20h19M7.5 9h3m-3 4h3m-3 4h3',
  chat: 'M4 5h16v11H11l-4.5 3.5V16H4zM8 9h8m-8 3h5',
  book: 'M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2 2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2zm0 0v13',
  coins: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 8l3.5 4 3.5-4M12 12v5M9 13h6M9 15h6',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  share: 'M12 14V4M8.5 7.5 12 4l3.5 3.5M8 10H5v10h14V10h-3',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 15v5h14v-5',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 17v3h14v-3',
  keep: 'M7 4h10v16l-5-4-5 4z',
  unknown:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.7 9.6a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.2.9-1.2 1.7M12 16.3v.2',
  unfold: 'm6 9 6 6 6-6',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  edit: 'm4 20 1-4L16 5l3 3L8 19z',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  outside: 'M14 5h5v5M19 5l-8 8M11 6H5v13h13v-6',
} as const

/** A line drawing that only decorates: the words beside it or its button's label say what it means. */
export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
