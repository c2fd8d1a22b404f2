"""Full stops in mid-sentence: finding them, and the shapes of repair by what the tail behind them is."""
