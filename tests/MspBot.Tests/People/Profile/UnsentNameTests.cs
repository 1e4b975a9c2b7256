using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;
using Xunit;

namespace MspBot.Tests.People.Profile;

/// <summary>How the name of somebody who was erased is found in what was written to be sent.</summary>
public sealed class UnsentNameTests
{
    [Theory]
    [InlineData("Иванова Мария Петровна", "<b>Иванова Мария Петровна</b>, школа", "<b>(данные удалены)</b>, школа")]
    [InlineData("Иванова Мария Петровна", "Тьютор: Иванова М. П.\nПредмет", "Тьютор: (данные удалены)\nПредмет")]
    [InlineData("Иванова Мария Петровна", "Иванова М. П. не сможет", "(данные удалены) не сможет")]
    [InlineData("Иванова Мария Петровна", "Директор М. П. Иванова", "Директор (данные удалены)")]
    [InlineData("О'Нил Анна-Мария", "О'Нил А. придёт", "(данные удалены) придёт")]
    [InlineData("Иванова Мария", "Педагог: Иванова М.\nШкола", "Педагог: (данные удалены)\nШкола")]
    public void It_is_taken_out_in_each_of_its_forms(string name, string text, string expected) =>
        Assert.Equal(expected, new UnsentName(name).Without(new Screen(Html.Stored(text)))?.Text.ToString());

    [Theory]
    [InlineData("Иванова Мария", "Иванова М. П. придёт")]
    [InlineData("Иванова Мария", "Иванова Мария Петровна придёт")]
    [InlineData("Иванова Мария Петровна", "Полуиванова М. П. придёт")]
    [InlineData("Мир Анна Львовна", "Кумир Анна Львовна и Мир А. К.")]
    public void Others_keep_theirs(string name, string text) =>
        Assert.Null(new UnsentName(name).Without(new Screen(Html.Stored(text)).Row(Button.Command("Иванова", "menu"))));

    [Fact]
    public void Buttons_lose_the_surname_as_well_and_a_name_that_they_cut()
    {
        var screen = new Screen(Html.Text("Две заявки: Ким-Константинопольская А. Л."))
            .Row(Button.Command("Химия · Ким-Константинопольская", "menu"))
            .Row(Button.Command("Ким-Константинопольская Анастасия Львовна", "menu"))
            .Row(Button.Share("Переслать", "Ким-Константинопольская А. Л. приглашает", "https://example.org"));

        var rows = new UnsentName("Ким-Константинопольская Анастасия Львовна").Without(screen)!.Rows;
        Assert.Equal(["Химия · (данные удалены)", "(данные удалены)", "Переслать"], rows.Select(row => row[0].Label));
        Assert.Equal("(данные удалены) приглашает", rows[2][0].Shared!.Text);
    }

    [Fact]
    public void It_is_found_in_what_is_only_shared_or_copied()
    {
        var name = new UnsentName("Иванова Мария Петровна");
        var shared = new Screen(Html.Text("Перешлите коллеге."))
            .Row(Button.Share("Переслать", "Иванова М. П. приглашает", "https://example.org"));
        var copied = new Screen(Html.Text("Скопируйте.")).Row(Button.Copy("Скопировать", "Иванова Мария Петровна"));

        Assert.Equal("(данные удалены) приглашает", name.Without(shared)!.Rows[0][0].Shared!.Text);
        Assert.Equal("(данные удалены)", name.Without(copied)!.Rows[0][0].Copied);
    }
}
