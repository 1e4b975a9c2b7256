using System.Text;
using CsCheck;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations;
using Xunit;

namespace MspBot.Tests.People.Rosters;

/// <summary>What a code has sealed is opened by that code, and by no other.</summary>
public sealed class CodeSealTests
{
    private static readonly Gen<string> Words = Gen.OneOf(Gen.String, Gen.String[Gen.Char['А', 'я'], 0, 300]).Select(Whole);

    private static readonly Gen<RosterPerson> Person = Gen.Select(Words, Words, Words.List[0, 18].Null()).Select(p =>
        new RosterPerson(p.Item1, p.Item2, p.Item3));

    [Fact]
    public void A_person_comes_out_of_their_own_code_as_they_were_put_in_and_of_no_other() => Person.Sample(person =>
    {
        var (code, other) = (LinkCode.New(), LinkCode.New());
        var value = person.Seal(code);
        var back = RosterPerson.Open(code, value)!;
        Assert.Equal((person.Name, person.Position), (back.Name, back.Position));
        Assert.Equal(person.Subjects, back.Subjects);
        Assert.Null(RosterPerson.Open(other, value));
        Assert.True(value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(person.Name)) < 0 || person.Name.Length < 3);
        Assert.NotEqual(value, person.Seal(code));
        Assert.NotEqual(CodeSeal.Hash(code), CodeSeal.Hash(other));
    }, iter: 500);

    [Fact]
    public void What_was_changed_in_any_byte_is_not_opened() =>
        Gen.Select(Person, Gen.Int[0, 100_000], Gen.Byte[1, 255]).Sample((person, at, by) =>
        {
            var code = LinkCode.New();
            var value = person.Seal(code);
            value[at % value.Length] ^= by;
            Assert.Null(RosterPerson.Open(code, value));
        }, iter: 500);

    [Theory, InlineData(0), InlineData(1), InlineData(27), InlineData(283)]
    public void What_is_too_short_is_not_opened(int length) => Assert.Null(CodeSeal.Open(LinkCode.New(), new byte[length]));

    [Fact]
    public void Names_of_any_usual_length_are_sealed_to_one_length()
    {
        var (code, subjects) = (LinkCode.New(), new[] { "Химия" });
        Assert.Single(((string[])["Ли Ян", RosterCast.Ivanova, "Константинопольская Маргарита"]).Select(name =>
            new RosterPerson(name, "учитель", null).Seal(code).Length).Distinct());
        Assert.Equal(new RosterPerson("Ли Ян", "учитель", subjects).Seal(code).Length % 256,
            new RosterPerson(RosterCast.Ivanova, "учитель", null).Seal(code).Length % 256);
    }

    [Fact]
    public void A_code_fits_into_a_start_argument_and_a_school_is_never_taken_for_one()
    {
        for (var n = 0; n < 1000; n++)
        {
            var start = new SchoolStart(null, LinkCode.New());
            Assert.Equal(start, SchoolStart.Read($"{start}"));
            Assert.Matches("^[A-Za-z0-9_-]{1,64}$", $"{start}");
        }
        foreach (var id in (long[])[1, 12, long.MaxValue])
            Assert.Equal(new SchoolStart(new(id), null), SchoolStart.Read($"p_s{id}"));
        foreach (var wrong in (string[])["", "p_", "p_s", "p_s-1", "p_s1 ", "p_12", "s12", "p_s99999999999999999999", "e_s12"])
            Assert.Null(SchoolStart.Read(wrong));
    }

    /// <summary>Without halves of characters, which no text of ours has.</summary>
    private static string Whole(string words) => Domain.Spelling.Characters.Usable(words);
}
