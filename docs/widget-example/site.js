document.getElementById('ask-loan')?.addEventListener('click', ({ currentTarget }) => {
  window.PolicyNavigator?.open(currentTarget.textContent)
})
