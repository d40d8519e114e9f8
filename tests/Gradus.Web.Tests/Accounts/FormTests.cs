using System.Net;

namespace Gradus.Web.Tests.Accounts;

public sealed class FormTests
{
    [Fact]
    public async Task EveryForm_WithoutTheTokenOfItsPage_IsRefused()
    {
        await using PeopleSite site = await PeopleSite.StartAsync();
        using Person ada = await site.JoinAsync("ada");
        string[] forms = [.. Endpoints.Of(site.Routes, _ => "sample-scaling").Where(endpoint => endpoint.Method == HttpMethod.Post && !endpoint.Path.StartsWith("/api/", StringComparison.Ordinal)).Select(endpoint => endpoint.Path)];
        List<string> faults = [];

        foreach (string form in forms)
        {
            using HttpResponseMessage response = await ada.Client.PostAsync(form, new FormUrlEncodedContent([new("name", "x")]));
            if (response.StatusCode != HttpStatusCode.BadRequest || !(await response.Content.ReadAsStringAsync()).Contains("reload the page", StringComparison.Ordinal))
            {
                faults.Add($"{form} answered {response.StatusCode}");
            }
        }

        Assert.Empty(faults);
        Assert.True(forms.Length > 30, $"{forms.Length} forms");
        Assert.True(await ada.IsInAsync());
    }
}
