declare module 'virtual:traditional-dictionary' {
  /** Pairs as opencc-js reads them: `简 簡|体 體`. */
  const dictionary: string
  export default dictionary
}
