using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using Xunit;

namespace MspBot.Tests.People.Profile;

public sealed class FullNameTests
{
    [Theory]
    [InlineData("Иванова Мария Петровна", "Иванова Мария Петровна")]
    [InlineData("  Иванова   Мария\nПетровна ", "Иванова Мария Петровна")]
    [InlineData("Иванова\u00a0Мария", "Иванова Мария")]
    [InlineData("Петрова-Водкина А. Б.", "Петрова-Водкина А. Б.")]
    [InlineData("Петрова–Водкина Анна", "Петрова-Водкина Анна")]
    [InlineData("O’Brien Anna", "O'Brien Anna")]
    [InlineData("Алиев Руслан Гасан оглы", "Алиев Руслан Гасан оглы")]
    [InlineData("Իվանովա Մարիա", "Իվանովա Մարիա")]
    [InlineData("Ли Юн", "Ли Юн")]
    [InlineData("Бойко Андрии\u0306", "Бойко Андрий")]
    [InlineData("Ива\u200bнова Мария", "Иванова Мария")]
    [InlineData("Ива\ufffeнова Ма\uffffрия\ufdd0", "Иванова Мария")]
    [InlineData("Иванова Ма\U0001fffeрия\0", "Иванова Мария")]
    [InlineData("Иванов А.Б.", "Иванов А.Б.")]
    public void A_name_is_two_to_five_words_of_any_alphabet(string typed, string name)
    {
        Assert.Null(FullName.Read(typed, out var read));
        Assert.Equal(name, read.Value);
    }

    [Theory]
    [InlineData("", NameRefusal.NoWords)]
    [InlineData(" \u200b ", NameRefusal.NoWords)]
    [InlineData("Иванова", NameRefusal.OneWord)]
    [InlineData("Иванова Мария 2", NameRefusal.HasDigits)]
    [InlineData("Иванова М1рия", NameRefusal.HasDigits)]
    [InlineData("<b>&\"", NameRefusal.HasSigns)]
    [InlineData("<b>Иванова</b> Мария", NameRefusal.HasSigns)]
    [InlineData("Иванова Мария 🌷", NameRefusal.HasSigns)]
    [InlineData("🌷", NameRefusal.HasSigns)]
    [InlineData("Иванова - Петрова", NameRefusal.HasSigns)]
    [InlineData("Иванова ...", NameRefusal.HasSigns)]
    [InlineData("Иванова @maria", NameRefusal.HasSigns)]
    [InlineData("Меня зовут Иванова Мария Петровна Ивановна", NameRefusal.TooManyWords)]
    public void Anything_else_is_refused_by_its_reason(string typed, NameRefusal refusal) =>
        Assert.Equal(refusal, FullName.Read(typed, out _));

    [Fact]
    public void A_hundred_letters_are_a_name_and_more_than_two_hundred_are_not()
    {
        Assert.Null(FullName.Read($"{new string('А', 60)} {new string('Б', 60)}", out _));
        Assert.Equal(NameRefusal.TooLong, FullName.Read($"{new string('А', 100)} {new string('Б', 100)}", out _));
    }

    [Theory]
    [InlineData("Иванова Мария Петровна", "Иванова М. П.")]
    [InlineData("Иванова Мария", "Иванова М.")]
    [InlineData("Иванова М.П.", "Иванова М. П.")]
    [InlineData("Алиев Руслан Гасан оглы", "Алиев Р. Г.")]
    [InlineData("Иванова 𐐨рия", "Иванова 𐐀.")]
    [InlineData("Иванова 𝒳enia", "Иванова 𝒳.")]
    public void Cards_show_initials(string name, string shown) => Assert.Equal(shown, FullName.Short(name));

    [Fact]
    public void The_last_head_stays_until_there_is_another()
    {
        HashSet<Role> head = [Role.Teacher, Role.Head];

        Assert.Equal(ErasureRefusal.LastHead, Erasure.Decide(head, heads: 1));
        Assert.Null(Erasure.Decide(head, heads: 2));
        Assert.Null(Erasure.Decide(new HashSet<Role> { Role.Teacher }, heads: 1));
    }
}
