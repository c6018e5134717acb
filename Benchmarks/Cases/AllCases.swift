/// Every case, in the order in which they are measured; a limit that names another case comes after it.
let allCases: [Case] =
  holdCases + queueCases + [singleServerCase, modelHoldCase]
  + ledgerCases + tallyCases + randomCases + distributionCases + arithmeticCases + memoryCases
  + siteCases
