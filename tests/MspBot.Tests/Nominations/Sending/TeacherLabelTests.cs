using MspBot.Data.Nominations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Nominations.Sending;
using Xunit;

namespace MspBot.Tests.Nominations.Sending;

/// <summary>Teachers to tick: a phone shows the whole of the button, ticked as well.</summary>
public sealed class TeacherLabelTests
{
    [Theory]
    [InlineData("Иванова Мария Петровна", true, true, "Иванова М. П. · занят(а)")]
    [InlineData("Иванова Мария Петровна", false, false, "Иванова М. П. · без бота")]
    [InlineData("Иванова Мария Петровна", true, false, "Иванова М. П. · без бота")]
    [InlineData("Верхнедонская Анна Ильинична", false, false, "Верхнедонская А. И. · без бота")]
    public void A_name_and_what_to_know_of_the_teacher_fit_a_button(string name, bool busy, bool reachable, string label)
    {
        var shown = Assert.Single(SendingTexts.ToChoose([new() { Id = new(1), Name = name, Busy = busy, Reachable = reachable }]));
        Assert.Equal(label, shown.Label);
        Assert.InRange($"✓ {label}".Length, 1, ButtonRows.FullWidth);
    }
}
