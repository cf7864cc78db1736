using System.Text;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.ProfileMatching.Understanding.Extraction.Lines;

namespace CareerRecs.ProfileMatching.Tests.Understanding.Documents;

/// <summary>HTML, Markdown, JSON Resume and plain text are read as they are shown, and what is not read is named.</summary>
public sealed class TextLayoutTests
{
    [Theory]
    [InlineData("<p style='display: none'>Docker</p>")]
    [InlineData("<div hidden><div>Docker</div></div>")]
    [InlineData("<span style=\"visibility:hidden\">Docker</span>")]
    [InlineData("<span style=\"font-size:0px\">Docker</span>")]
    [InlineData("<style>.off, #x { opacity: 0 }</style><p class='a off'>Docker")]
    [InlineData("<style>#x{display:none!important}</style><div id=x>Docker</div>")]
    [InlineData("<ul><li style='display:none'>Docker<li>SQL</ul>", "Python\n• SQL\n")]
    public void What_a_style_hides_is_left_out_and_named(string html, string read = "Python\n")
    {
        var content = Read($"<html><body><p>Python</p>{html}</body></html>");

        Assert.Equal(read, content.Text);
        Assert.Equal(["hidden text was left out"], content.Unread);
    }

    [Theory]
    [InlineData("<p style='color:#333; font-size: 10pt; opacity: 0.9'>Docker</p>")]
    [InlineData("<style>.off{display:none}</style><p class='offer'>Docker</p>")]
    [InlineData("<style>@media print { .p { color: #000 } } body{font-size:0.9em}</style><p class='p'>Docker</p>")]
    public void What_no_style_hides_is_read(string html)
    {
        var content = Read($"<html><body><p>Python</p>{html}</body></html>");

        Assert.Equal("Python\nDocker\n", content.Text);
        Assert.Empty(content.Unread);
    }

    [Theory]
    [InlineData("<table><tr><th>From<th>To<th>Position<tr><td>2019<td>2021<td>Clerk</table>", "2019 – 2021\tClerk\n")]
    [InlineData(
        "<table><tr><th>De<th>Até<th>Cargo<tr><td>março 2019<td>maio 2021<td>Vendedora</table>",
        "março 2019 – maio 2021\tVendedora\n"
    )]
    [InlineData("<table><tr><th>Von<th>Bis<th>Arbeitgeber<tr><td>2019<td>heute<td>Reben</table>", "2019 – heute\tReben\n")]
    [InlineData("<table><tr><td>Clerk</td><td><p>2019</p></td><td>2021</td></tr></table>after", "Clerk\t2019 – 2021\nafter")]
    [InlineData(
        "<table><tr><td><table><tr><td>Skills</td></tr><tr><td>Python</td></tr></table></td>"
            + "<td>Experience<br>Clerk<br>Mill</td></tr></table>",
        "Skills\nPython\n\nExperience\nClerk\nMill\n"
    )]
    [InlineData("<ul><li><p>Python</p></li><li>SQL</li></ul>after", "• Python\n• SQL\nafter")]
    [InlineData("<p>Clerk<span style='float: right'>2019 - 2021</span></p>", "Clerk\t2019 - 2021\n")]
    [InlineData("auto&shy;mation&nbsp;tools", "automation tools")]
    public void A_page_is_read_as_it_is_shown(string html, string read) => Assert.Equal(read, Read("<html>" + html).Text);

    [Theory]
    [InlineData("<aside>Skills<br>Python</aside><main><h1>Ruby Mason</h1>Clerk</main>", "Ruby Mason\nSkills\nPython\n\nClerk\n")]
    [InlineData("<nav>Skills</nav><h1>Experience</h1>Clerk", "Skills\n\nExperience\nClerk")]
    [InlineData("<p>Ruby Mason</p><h1>Werk</h1>Clerk<h1>Taal</h1>Dutch", "Ruby Mason\nWerk\nClerk\nTaal\nDutch")]
    public void The_only_heading_of_the_highest_rank_is_read_first(string html, string read) =>
        Assert.Equal(read, Read("<html>" + html).Text);

    [Theory]
    [InlineData("\"startDate\": \"2019-03-01\", \"endDate\": null", "2019-03-01 to present")]
    [InlineData("\"startDate\": \"2019-03\", \"endDate\": \"\"", "2019-03 to present")]
    [InlineData("\"startDate\": \"March 2019\", \"endDate\": \"May 2021\"", "March 2019 to May 2021")]
    [InlineData("\"startDate\": \"03/2019\", \"endDate\": \"Present\"", "03/2019 to Present")]
    [InlineData("\"startDate\": 2019, \"endDate\": 2021", "2019 to 2021")]
    public void Dates_of_JSON_Resume_are_read_in_whatever_form(string dates, string period) =>
        Assert.Equal($"Experience\nClerk, {period}\n", Read($$"""{"work": [{"position": "Clerk", {{dates}}}]}""").Text);

    [Fact]
    public void What_people_make_of_JSON_Resume_is_read_or_named()
    {
        var content = Read(
            """
            { "basics": {"name": "Ruby Mason", "salary": "1"}, "skills": ["Python", {"name": "SQL", "years": 4}, 7],
              "volunteer": [{"position": "Coach"}], "meta": {"v": 1},
              "work": [{"company": "Mill", "shift": "night", "note": "", "positions": [
                {"title": "Head Clerk", "startDate": "2021-02"}, {"title": "Clerk", "startDate": "2019",
                  "endDate": "2021", "highlights": ["Filed letters"]}]}],
              "certificates": ["First aid"] }
            """
        );

        Assert.Equal(
            "Name: Ruby Mason\nSummary\nExperience\nHead Clerk, 2021-02 to present\nClerk, 2019 "
                + "to 2021\n- Filed letters\nSkills\nPython\nSQL (4 years)\nCertifications\nFirst aid\n",
            content.Text
        );
        Assert.Equal(["basics[].salary", "skills[]", "volunteer", "work[].shift"], content.Unread);
    }

    [Theory]
    [InlineData("Snow\uFB02ake, A\uFB03liate, \uFF30\uFF39", "Snowflake, Affiliate, PY")]
    [InlineData("\U0001D5E6\U0001D5E4\U0001D5DF, C\u00AD++, T\u2011SQL, Jose\u0301", "SQL, C++, T-SQL, José")]
    [InlineData("Python\u00A03\u200B, x\u00B2, Tool™", "Python 3, x², Tool™")]
    public void Letters_are_read_in_plain_form(string text, string plain) => Assert.Equal(plain, Read(text).Text);

    [Theory]
    [InlineData("| From | To | Position |\n|---|---|---|\n| Mar 2021 | Present | Clerk |", "Mar 2021 – Present \t Clerk")]
    [InlineData("03/2015 | **11/2019** | Clerk", "03/2015 –   11/2019   \t Clerk")]
    [InlineData("Clerk | 2015 | 2019\r\nMill", "Clerk \t 2015 – 2019\r\nMill")]
    public void Dates_in_cells_of_Markdown_are_a_period_and_places_stay(string markdown, string read)
    {
        var text = DocumentContent
            .Read(Encoding.UTF8.GetBytes(markdown), DocumentFormat.Markdown, TestContext.Current.CancellationToken)
            .Text;

        Assert.Contains(read, text, StringComparison.Ordinal);
        Assert.Equal(markdown.Length, text.Length);
    }

    [Theory]
    [InlineData("S K I L L S\nPython", "SKILLS     \nPython")]
    [InlineData("  W O R K   H I S T O R Y\r\nPython", "WORK HISTORY             \r\nPython")]
    [InlineData("E D U C A T I O N", "EDUCATION        ")]
    [InlineData("W O R K E X P E R I E N C E", "WORK EXPERIENCE            ")]
    [InlineData("C, R, D, J\nA B C is a song", "C, R, D, J\nA B C is a song")]
    public void Letters_set_apart_are_words(string text, string read) => Assert.Equal(read, Read(text).Text);

    [Theory]
    [InlineData("auto-\u001Fmation", "automation")]
    [InlineData("Kuber-\u001Fnetes", "Kubernetes")]
    [InlineData("Tensor-\u001FFlow", "TensorFlow")]
    [InlineData("cross-\u001Ffunctional team", "cross-functional team")]
    [InlineData("data-\u001Fdriven", "data-driven")]
    public void A_hyphen_at_the_end_of_a_line_stays_in_words_that_have_one(string broken, string mended) =>
        Assert.Equal(mended, BrokenWords.Mend(broken));

    private static ReadContent Read(string text) =>
        DocumentContent.Read(Encoding.UTF8.GetBytes(text), DocumentFormat.Unspecified, TestContext.Current.CancellationToken);
}
