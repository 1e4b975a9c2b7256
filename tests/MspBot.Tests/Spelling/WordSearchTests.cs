using MspBot.Domain.Spelling;
using Xunit;

namespace MspBot.Tests.Spelling;

public sealed class WordSearchTests
{
    private static readonly string[] Schools =
        ["МОУ «СОШ № 1»", "МОУ «СОШ № 4»", "МОУ «СОШ № 14»", "МОУ «Ольховская СОШ»", "МОУ «Отрадненская СОШ»",
            "МБОУ «Берёзовская гимназия имени Пушкина»", "Начальная школа «Росток»"];

    [Theory]
    [InlineData("Ольховская школа", "МОУ «Ольховская СОШ»")]
    [InlineData("гимназия ольховская", "МОУ «Ольховская СОШ»")]
    [InlineData("школа 4", "МОУ «СОШ № 4»")]
    [InlineData("4", "МОУ «СОШ № 4»|МОУ «СОШ № 14»")]
    [InlineData("СОШ4", "МОУ «СОШ № 4»")]
    [InlineData("лицей №4", "МОУ «СОШ № 4»")]
    [InlineData("пушкина берез", "МБОУ «Берёзовская гимназия имени Пушкина»")]
    [InlineData("начальная школа", "Начальная школа «Росток»")]
    [InlineData("сош № 1", "МОУ «СОШ № 1»|МОУ «СОШ № 14»")]
    public void Words_find_what_has_them_all_in_any_order(string typed, string found) => Assert.Equal((found, false), Search(typed));

    [Theory]
    [InlineData("Ольховка", "МОУ «Ольховская СОШ»")]
    [InlineData("Альховская", "МОУ «Ольховская СОШ»")]
    [InlineData("ольховксая школа", "МОУ «Ольховская СОШ»")]
    [InlineData("отрадное", "МОУ «Отрадненская СОШ»")]
    [InlineData("школа № 5 Отрадненская", "МОУ «Отрадненская СОШ»")]
    public void What_nothing_has_finds_what_comes_near(string typed, string near) => Assert.Equal((near, true), Search(typed));

    [Theory]
    [InlineData("лицей")]
    [InlineData("Зеленогорская")]
    [InlineData("99")]
    [InlineData("🌷")]
    public void What_is_far_finds_nothing(string typed) => Assert.Equal(("", false), Search(typed));

    private static (string Found, bool IsNear) Search(string typed)
    {
        var found = WordSearch.Among(typed, Schools);
        return (string.Join('|', found.Items.Select(n => Schools[n])), found.IsNear);
    }
}
