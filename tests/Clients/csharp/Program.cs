using CareerRecs.Client;
using CareerRecs.Matching.V1;

using var careerRecs = new CareerRecsClient(new Uri("http://127.0.0.1:5200"));
var me = new Profile { YearsExperience = 4 };
me.Skills.Add([new ProfileSkill { Text = "Python" }, new ProfileSkill { Text = "SQL" }]);
var request = new RecommendRolesRequest { Subject = new Subject { InlineProfile = me } };
var answer = await careerRecs.Matching.RecommendRolesAsync(request);
var lines = answer.Recommendations.Select(role => $"{role.Fit.MilliPoints / 1000}  {role.Title}");
Console.WriteLine(string.Join('\n', lines));
