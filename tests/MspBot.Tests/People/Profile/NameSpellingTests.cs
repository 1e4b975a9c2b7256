using MspBot.Domain.People.Profile;
using Xunit;

namespace MspBot.Tests.People.Profile;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("ольга петровна", "Ольга Петровна")]
    [InlineData("ИРИНА АНДРЕЕВНА", "Ирина Андреевна")]
    [InlineData("Смирнова анна", "Смирнова Анна")]
    [InlineData("ИВанова МАРИЯ", "Иванова Мария")]
    [InlineData("иВАНОВА Мария", "Иванова Мария")]
    [InlineData("петрова-водкина анна-мария", "Петрова-Водкина Анна-Мария")]
    [InlineData("ПЕТРОВА-Водкина Анна", "Петрова-Водкина Анна")]
    [InlineData("алиев руслан гасан ОГЛЫ", "Алиев Руслан Гасан оглы")]
    [InlineData("МАМЕДОВА ЛЕЙЛА АЛИ КЫЗЫ", "Мамедова Лейла Али кызы")]
    [InlineData("каримова нигора шухрат кизи", "Каримова Нигора Шухрат кизи")]
    [InlineData("мамедов али гасан-оглы", "Мамедов Али Гасан-оглы")]
    [InlineData("де сильва мария", "де Сильва Мария")]
    [InlineData("мария ДЕ ЛА круз", "Мария де ла Круз")]
    [InlineData("фон визин денис", "фон Визин Денис")]
    [InlineData("людвиг ван бетховен", "Людвиг ван Бетховен")]
    [InlineData("ван дер ваальс ян", "ван дер Ваальс Ян")]
    [InlineData("ван сяомин", "Ван Сяомин")]
    [InlineData("нгуен ван тхань", "Нгуен Ван Тхань")]
    [InlineData("ли да вэй", "Ли Да Вэй")]
    [InlineData("аль-рашид ахмед", "аль-Рашид Ахмед")]
    [InlineData("ахмед АЛЬ рашид", "Ахмед аль Рашид")]
    [InlineData("о'нил шон", "О'Нил Шон")]
    [InlineData("Д'АРТАНЬЯН ШАРЛЬ", "Д'Артаньян Шарль")]
    [InlineData("д'яченко мар'яна", "Д'яченко Мар'яна")]
    [InlineData("иванов и.и.", "Иванов И.И.")]
    [InlineData("иванов и. и.", "Иванов И. И.")]
    [InlineData("ИВАНОВ И.И.", "Иванов И.И.")]
    [InlineData("mcdonald ronald", "Mcdonald Ronald")]
    public void What_was_typed_in_one_case_is_put_into_its_form(string typed, string name)
    {
        Assert.Equal(name, NameSpelling.Of(typed));
        Assert.Equal(name, NameSpelling.Of(name));
    }

    [Theory]
    [InlineData("МакДональд Роналд")]
    [InlineData("McDonald Ronald")]
    [InlineData("Иванова Мария Петровна")]
    [InlineData("Де Сильва Мария")]
    [InlineData("Алиев Руслан Гасан Оглы")]
    [InlineData("Иванов МП")]
    [InlineData("Ли Юн")]
    [InlineData("Իվանովա Մարիա")]
    public void What_was_typed_on_purpose_is_kept(string typed) => Assert.Equal(typed, NameSpelling.Of(typed));
}
