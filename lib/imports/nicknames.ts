/** Short names and the names they stand for. */
const groups = [
  "alexander alex al sandy xander", "albert al bert", "andrew andy drew", "anthony tony", "antonio tonio toni tono", "arthur art", "barbara barb", "benjamin ben benny",
  "bradley brad", "catherine katherine kathryn cathy kathy kate katie kat", "charles charlie chuck chas", "christopher chris topher kit", "christina christine chris tina",
  "daniel dan danny", "david dave davy", "deborah deb debbie debby debra", "dennis denny", "donald don donny", "dorothy dot dottie", "edward ed eddie ted ned", "edwin ed",
  "elizabeth liz beth betty eliza lizzie betsy bess", "eugene gene", "francis frank fran", "franz franzl", "frederick fred freddy rick", "gabriel gabe", "gerald gerry jerry",
  "gregory greg", "harold harry hal", "henry hank harry", "isabella bella isa", "jacob jake", "james jim jimmy jamie", "janet jan", "jeffrey jeff geoff geoffrey",
  "jennifer jen jenny jenn", "jessica jess jessie", "johannes hans hannes", "john jack johnny", "jonathan jon", "jose pepe", "josef sepp", "joseph joe joey", "joshua josh",
  "judith judy", "kenneth ken kenny", "kimberly kim", "konrad conny", "lawrence larry laurence", "leonard len lenny leo", "louis lou louie", "margaret maggie meg peg peggy marge",
  "matthew matt", "matthias matze", "maximilian max", "melissa missy mel", "michael mike mick mickey", "nathan nate", "nathaniel nate nat", "nicholas nick nicky nicolas",
  "francisco paco pancho", "pamela pam", "patricia pat patty trish tricia", "patrick pat paddy", "peter pete", "philip phillip phil", "raymond ray", "rebecca becky becca",
  "richard rich rick dick ricky richie", "robert bob rob bobby robbie bert", "roberto beto", "ronald ron ronnie", "samantha sam", "samuel sam sammy", "sandra sandy",
  "sebastian seb basti", "stefan steff", "stephen steven steve stevie", "stephanie steph", "susan sue susie suzy", "theodore ted teddy theo", "theresa terry tess", "thomas tom tommy",
  "timothy tim timmy", "ulrich uli", "victor vic", "victoria vicky tori", "vincent vince vinny", "walter walt wally", "wilhelm willi", "william bill will willy billy liam", "wolfgang wolf",
  "zachary zach zack", "joachim jochen", "guillaume guy", "jean-claude jc", "giuseppe peppe beppe", "luigi gigi", "salvatore toto", "enrique kike", "jesus chuy", "manuel manolo", "ignacio nacho",
].map((group) => group.split(" "));

const groupsOf = new Map<string, number[]>();
groups.forEach((names, i) => {
  for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), i]);
});

/** Whether two first names may be one person's: equal, or short and long of one name. */
export function areOneName(a: string, b: string): boolean {
  if (a === b) return true;
  const mine = groupsOf.get(a) ?? [];
  return mine.some((group) => groupsOf.get(b)?.includes(group));
}
